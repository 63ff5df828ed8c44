/** The settings of a site name several readers instead of one. Shipped: never edit, add a migration instead. */
export const severalReaders = `
UPDATE site SET settings = json_remove(
  json_set(
    settings,
    '$.readers',
    CASE WHEN json_extract(settings, '$.reader.profile') = 'none' THEN json('[]')
    ELSE json_array(json_object(
      'readerId', 'desk',
      'name', '',
      'place', 'desk',
      'profile', json_extract(settings, '$.reader.profile'),
      'format', json_extract(settings, '$.reader.format'),
      'device', json_extract(settings, '$.reader.device'),
      'raw', json(json_extract(settings, '$.reader.raw'))
    )) END
  ),
  '$.reader'
) WHERE json_extract(settings, '$.reader') IS NOT NULL;
`;
