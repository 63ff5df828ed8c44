/**
 * Supervisory authorities of the EEA (GDPR article 51) in the countries whose languages the notice may be in, as
 * they name themselves, with address or website as of 2025. Germany's supervise by state; the federal one is for
 * federal bodies, post and telecommunications. Source: the members' page of the European Data Protection Board.
 */
export interface Authority {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** As it stands in the notice; one line of at most 120 characters. */
  readonly text: string;
}

export const authorities: readonly Authority[] = [
  { country: 'AT', text: 'Datenschutzbehörde, Barichgasse 40–42, 1030 Wien, dsb.gv.at' },
  {
    country: 'BE',
    text: 'Autorité de protection des données, Rue de la Presse 35, 1000 Bruxelles, autoriteprotectiondonnees.be',
  },
  { country: 'DE', text: 'Bundesbeauftragte für den Datenschutz und die Informationsfreiheit, bfdi.bund.de' },
  { country: 'DE', text: 'LfDI Baden-Württemberg, baden-wuerttemberg.datenschutz.de' },
  { country: 'DE', text: 'Bayerisches Landesamt für Datenschutzaufsicht, lda.bayern.de' },
  {
    country: 'DE',
    text: 'Berliner Beauftragte für Datenschutz und Informationsfreiheit, datenschutz-berlin.de',
  },
  { country: 'DE', text: 'LDA Brandenburg, lda.brandenburg.de' },
  { country: 'DE', text: 'LfDI Bremen, datenschutz.bremen.de' },
  { country: 'DE', text: 'HmbBfDI Hamburg, datenschutz-hamburg.de' },
  { country: 'DE', text: 'HBDI Hessen, datenschutz.hessen.de' },
  { country: 'DE', text: 'LfDI Mecklenburg-Vorpommern, datenschutz-mv.de' },
  { country: 'DE', text: 'LfD Niedersachsen, lfd.niedersachsen.de' },
  { country: 'DE', text: 'LDI Nordrhein-Westfalen, ldi.nrw.de' },
  { country: 'DE', text: 'LfDI Rheinland-Pfalz, datenschutz.rlp.de' },
  { country: 'DE', text: 'Unabhängiges Datenschutzzentrum Saarland, datenschutz.saarland.de' },
  { country: 'DE', text: 'SDTB Sachsen, datenschutz.sachsen.de' },
  { country: 'DE', text: 'LfD Sachsen-Anhalt, datenschutz.sachsen-anhalt.de' },
  { country: 'DE', text: 'ULD Schleswig-Holstein, datenschutzzentrum.de' },
  { country: 'DE', text: 'TLfDI Thüringen, tlfdi.de' },
  { country: 'DK', text: 'Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, datatilsynet.dk' },
  { country: 'ES', text: 'Agencia Española de Protección de Datos, C/ Jorge Juan 6, 28001 Madrid, aepd.es' },
  { country: 'FI', text: 'Tietosuojavaltuutetun toimisto, Dataombudsmannens byrå, tietosuoja.fi' },
  { country: 'FR', text: 'CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, cnil.fr' },
  {
    country: 'IE',
    text: 'Data Protection Commission, 6 Pembroke Row, Dublin 2, D02 X963, dataprotection.ie',
  },
  { country: 'LI', text: 'Datenschutzstelle, Städtle 38, 9490 Vaduz, datenschutzstelle.li' },
  { country: 'LU', text: 'CNPD, 15 boulevard du Jazz, 4370 Belvaux, cnpd.lu' },
  { country: 'MT', text: 'Information and Data Protection Commissioner, idpc.org.mt' },
  { country: 'NO', text: 'Datatilsynet, Postboks 458 Sentrum, 0105 Oslo, datatilsynet.no' },
  { country: 'PL', text: 'Prezes Urzędu Ochrony Danych Osobowych (UODO), uodo.gov.pl' },
  { country: 'SE', text: 'Integritetsskyddsmyndigheten (IMY), Box 8114, 104 20 Stockholm, imy.se' },
];
