/** The notice in Spanish. */
import { spanishCatalogue } from './catalogue-es.ts';
import type { NoticeWords } from './words.ts';

function days(count: number): string {
  return count === 1 ? '1 día' : `${count} días`;
}

export const spanish: NoticeWords = {
  title: 'Qué ocurre con sus datos',
  lead: (controller) => `Responsable del tratamiento: ${controller}.`,
  short: {
    data: {
      title: 'Guardamos su nombre, correo y teléfono',
      text: 'También empresa, anfitrión y tarjeta, si los hay.',
      textWithDetails: 'También empresa, anfitrión, tarjeta y otros datos, si los hay.',
    },
    purpose: { title: 'Para qué', text: (purpose, basis) => `${purpose} ${basis}.` },
    retention: {
      title: (contactDays) => `Se suprimen ${days(contactDays)} después de su visita`,
      text: (rest) => (rest === null ? 'Automáticamente.' : `El resto, a los ${days(rest)}.`),
    },
    rights: {
      title: 'Acceso, rectificación, supresión, limitación, oposición',
      text: (contact) => `Pregunte aquí o escriba a ${contact}. Reclamaciones: autoridad de control.`,
    },
    also: (titles) => `Aquí también: ${titles}. El texto completo dice más.`,
  },
  responsible: {
    heading: 'Quién es responsable',
    who: (controller, registrationNumber, address) =>
      `${controller}${registrationNumber === '' ? '' : ` (número de registro ${registrationNumber})`}, ${address}, es responsable del tratamiento de sus datos.`,
    contact: (email, phone) =>
      `Preguntas sobre protección de datos: ${email}${phone === '' ? '' : `, teléfono ${phone}`}.`,
  },
  kindOfVisit: {
    kind: 'El tipo de su visita.',
    rules: 'Qué normas del lugar se le mostraron.',
    details: (labels) =>
      `Otros datos que requiere su tipo de visita: ${labels}. Se conservan tanto tiempo como los datos de contacto.`,
  },
  visitsNote: [
    'Sin nombre, correo y teléfono no podemos registrar aquí su visita; en ese caso, hable con la recepción.',
    'Este texto es informativo. No se le pide el consentimiento y no firma nada. Sus datos nunca se utilizan para publicidad.',
  ],
  labels: {
    purpose: 'Finalidad',
    data: 'Datos',
    people: 'Personas interesadas',
    source: 'Origen de los datos',
    basis: 'Base jurídica',
    interest: 'Nuestro interés',
    recipients: 'Destinatarios',
    transfers: 'Fuera del EEE',
    retention: 'Plazo de conservación',
  },
  bases: {
    consent: { name: 'su consentimiento', article: 'artículo 6.1.a) del RGPD' },
    contract: { name: 'un contrato con usted', article: 'artículo 6.1.b) del RGPD' },
    'legal-obligation': { name: 'una obligación legal', article: 'artículo 6.1.c) del RGPD' },
    'vital-interests': { name: 'intereses vitales', article: 'artículo 6.1.d) del RGPD' },
    'public-task': { name: 'una misión de interés público', article: 'artículo 6.1.e) del RGPD' },
    'legitimate-interests': { name: 'nuestro interés legítimo', article: 'artículo 6.1.f) del RGPD' },
  },
  transfers: {
    none: 'No se transfieren a países fuera del EEE.',
    adequacy: 'Base: una decisión de adecuación, artículo 45 del RGPD.',
    safeguards: 'Base: garantías adecuadas, artículo 46 del RGPD. Puede pedirnos una copia.',
    derogation: 'Base: una excepción del artículo 49 del RGPD.',
  },
  nobody: 'Nadie ajeno a este centro.',
  retention: {
    visits: (contactDays, visitDays) =>
      `Datos de contacto: ${days(contactDays)} después de su visita. El registro de la visita: ${days(visitDays)}. Si nadie registra su salida, el plazo cuenta desde su llegada. La supresión es automática y se comprueba cada vez.`,
    cards: (cardLinkDays) =>
      `La relación entre usted y la tarjeta: ${days(cardLinkDays)} después de su visita. Después no queda constancia de quién tuvo la tarjeta.`,
  },
  access: {
    heading: 'Quién ve los datos de su visita',
    paragraphs: [
      'La recepción, el personal de seguridad y los encargados de la protección de datos en este centro. Cada consulta de una visita queda registrada.',
      'Los datos se guardan cifrados en el equipo de esta recepción.',
    ],
  },
  rights: {
    heading: 'Sus derechos',
    what: 'Puede solicitar el acceso a sus datos, su rectificación, su supresión y la limitación de su tratamiento, y puede oponerse por motivos relacionados con su situación particular. No se toman decisiones automatizadas sobre usted.',
    withdrawal:
      'Cuando algo se base en su consentimiento, puede retirarlo en cualquier momento; lo hecho antes sigue siendo lícito.',
    how: (contact) =>
      `Pregunte en la recepción o escriba a ${contact}. Recibirá respuesta en el plazo de un mes.`,
    complaint: (authority) => `Puede presentar una reclamación ante la autoridad de control: ${authority}.`,
  },
  untranslated: 'Esta parte no está disponible en español.',
  core: {
    visits: {
      title: 'Visitas y recepción',
      purpose: 'Para localizar a todos en una emergencia y mantener seguro el edificio.',
      data: 'Nombre, correo electrónico y número de teléfono; la empresa de la que viene y la persona a la que visita, si las indica; cuándo llega y se va; qué versión de este texto ha visto.',
      people: 'Visitantes.',
      source:
        'Usted mismo, en esta pantalla o en la recepción; el teléfono y la empresa también de su última visita, si aún se conserva y usted indica que ya ha estado aquí.',
      interest: 'La seguridad de todas las personas del edificio y del propio edificio.',
      recipients: '',
      transfers: '',
    },
    'access-cards': {
      title: 'Tarjetas de acceso',
      purpose: 'Para que los invitados puedan moverse por su cuenta.',
      data: 'Nombre y número de la tarjeta: cuándo la recibió y cuándo la devolvió.',
      people: 'Visitantes que reciben una tarjeta de acceso.',
      source: 'La recepción, cuando entrega la tarjeta y cuando la recoge.',
      interest: 'Saber qué tarjetas están entregadas y quién responde de cada una.',
      recipients: '',
      transfers: '',
    },
  },
  further: spanishCatalogue,
};
