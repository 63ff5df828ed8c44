/** The notice in Spanish. */
import type { NoticeContent } from '../../../shared/contract/notice.ts';
import type { SiteState } from '../site/site.ts';

function days(count: number): string {
  return count === 1 ? '1 día' : `${count} días`;
}

export function spanishNotice({ settings, retention }: SiteState): NoticeContent {
  const { controller } = settings;
  const phone = controller.contactPhone === '' ? '' : `, teléfono ${controller.contactPhone}`;
  const registration =
    controller.registrationNumber === '' ? '' : ` (número de registro ${controller.registrationNumber})`;
  return {
    title: 'Qué ocurre con sus datos',
    points: [
      {
        about: 'data',
        title: 'Guardamos su nombre, correo y teléfono',
        text: 'Su empresa y su anfitrión si los indica, y el número de su tarjeta de acceso si recibe una.',
      },
      {
        about: 'purpose',
        title: 'Por su seguridad y la nuestra',
        text: 'Nuestro interés legítimo, artículo 6.1.f) del RGPD. Nunca para publicidad.',
      },
      {
        about: 'retention',
        title: `Durante ${days(retention.contactDays)} después de su visita`,
        text: 'Después, sus datos de contacto se eliminan automáticamente de este equipo.',
      },
      {
        about: 'rights',
        title: 'Acceso, rectificación, supresión, oposición',
        text: `Escriba a ${controller.contactEmail} o pregunte en la recepción. Puede reclamar ante ${controller.authority}.`,
      },
    ],
    sections: [
      {
        heading: 'Quién es responsable',
        paragraphs: [
          `${controller.name}${registration}, ${controller.address}, es responsable del tratamiento de sus datos.`,
          `Preguntas sobre protección de datos: ${controller.contactEmail}${phone}.`,
        ],
      },
      {
        heading: 'Qué registramos',
        paragraphs: [
          'Su nombre, correo electrónico y número de teléfono, la empresa de la que viene y la persona a la que visita si las indica, cuándo llega y se va, y qué versión de este texto ha visto.',
          'Si recibe una tarjeta de acceso: qué tarjeta, cuándo la recibió y cuándo la devolvió.',
          'Usted mismo facilita estos datos en esta pantalla o en la recepción. Sin nombre, correo y teléfono no podemos registrar aquí su visita; en ese caso, hable con la recepción.',
        ],
      },
      {
        heading: 'Para qué y con qué base jurídica',
        paragraphs: [
          'Para saber quién está en el edificio, de modo que todas las personas puedan ser localizadas en una emergencia y el edificio siga siendo seguro.',
          'La base jurídica es nuestro interés legítimo en la seguridad (artículo 6.1.f) del RGPD). Este texto es informativo. No se le pide el consentimiento y no firma nada.',
        ],
      },
      {
        heading: 'Cuánto tiempo los conservamos',
        paragraphs: [
          `Datos de contacto: ${days(retention.contactDays)} después de su visita. El registro de la visita: ${days(retention.visitDays)}. La relación entre usted y una tarjeta de acceso: ${days(retention.cardLinkDays)}.`,
          'Si nadie registra su salida, el plazo cuenta desde su llegada. La supresión es automática y se comprueba cada vez.',
        ],
      },
      {
        heading: 'Quién los ve',
        paragraphs: [
          'La recepción, el personal de seguridad y los encargados de la protección de datos en este centro. Cada consulta queda registrada.',
          'Sus datos se guardan cifrados en el equipo de esta recepción. No se comunican a terceros ni se transfieren a países fuera del EEE.',
        ],
      },
      {
        heading: 'Sus derechos',
        paragraphs: [
          'Puede solicitar el acceso a sus datos, su rectificación, su supresión y la limitación de su tratamiento, y puede oponerse por motivos relacionados con su situación particular. No se toman decisiones automatizadas sobre usted.',
          `Pregunte en la recepción o escriba a ${controller.contactEmail}. Recibirá respuesta en el plazo de un mes.`,
          `Puede presentar una reclamación ante la autoridad de control: ${controller.authority}.`,
        ],
      },
    ],
  };
}
