/** The notice in French. */
import type { NoticeContent } from '../../../shared/contract/notice.ts';
import type { SiteState } from '../site/site.ts';

function days(count: number): string {
  return count === 1 ? '1 jour' : `${count} jours`;
}

export function frenchNotice({ settings, retention }: SiteState): NoticeContent {
  const { controller } = settings;
  const phone = controller.contactPhone === '' ? '' : `, téléphone ${controller.contactPhone}`;
  const registration =
    controller.registrationNumber === ''
      ? ''
      : ` (numéro d’immatriculation ${controller.registrationNumber})`;
  return {
    title: 'Ce que deviennent vos données',
    points: [
      {
        about: 'data',
        title: 'Nous conservons vos nom, e-mail et téléphone',
        text: 'Votre société et votre hôte si vous les indiquez, et le numéro de votre badge si vous en recevez un.',
      },
      {
        about: 'purpose',
        title: 'Pour votre sécurité et la nôtre',
        text: 'Notre intérêt légitime, article 6, paragraphe 1, point f), du RGPD. Jamais à des fins publicitaires.',
      },
      {
        about: 'retention',
        title: `Pendant ${days(retention.contactDays)} après votre visite`,
        text: 'Ensuite, vos coordonnées sont effacées automatiquement de cette machine.',
      },
      {
        about: 'rights',
        title: 'Accès, rectification, effacement, opposition',
        text: `Écrivez à ${controller.contactEmail} ou adressez-vous à l’accueil. Réclamations : ${controller.authority}.`,
      },
    ],
    sections: [
      {
        heading: 'Qui est responsable',
        paragraphs: [
          `${controller.name}${registration}, ${controller.address}, est responsable du traitement de vos données.`,
          `Questions sur la protection des données : ${controller.contactEmail}${phone}.`,
        ],
      },
      {
        heading: 'Ce que nous enregistrons',
        paragraphs: [
          'Vos nom, adresse e-mail et numéro de téléphone, la société d’où vous venez et la personne à qui vous rendez visite si vous les indiquez, vos heures d’arrivée et de départ, et la version de ce texte que vous avez vue.',
          'Si vous recevez un badge : lequel, quand vous l’avez reçu et quand vous l’avez rendu.',
          'Vous fournissez vous-même ces données sur cet écran ou à l’accueil. Sans nom, adresse e-mail et numéro de téléphone, nous ne pouvons pas enregistrer votre visite ici ; adressez-vous alors à l’accueil.',
        ],
      },
      {
        heading: 'Pourquoi, et sur quelle base juridique',
        paragraphs: [
          'Pour savoir qui se trouve dans le bâtiment, afin que chacun puisse être retrouvé en cas d’urgence et que le bâtiment reste sûr.',
          'La base juridique est notre intérêt légitime à la sécurité (article 6, paragraphe 1, point f), du RGPD). Ce texte est une information. Aucun consentement ne vous est demandé et vous ne signez rien.',
        ],
      },
      {
        heading: 'Combien de temps nous les conservons',
        paragraphs: [
          `Coordonnées : ${days(retention.contactDays)} après votre visite. La visite elle-même : ${days(retention.visitDays)}. Le lien entre vous et un badge : ${days(retention.cardLinkDays)}.`,
          'Si personne n’enregistre votre départ, le délai court à partir de votre arrivée. L’effacement est automatique et vérifié à chaque fois.',
        ],
      },
      {
        heading: 'Qui les voit',
        paragraphs: [
          'L’accueil, la sécurité et les personnes chargées de la protection des données sur ce site. Chaque consultation est journalisée.',
          'Vos données sont chiffrées et conservées sur la machine de cet accueil. Elles ne sont communiquées à personne d’autre ni transférées hors de l’EEE.',
        ],
      },
      {
        heading: 'Vos droits',
        paragraphs: [
          'Vous pouvez demander l’accès à vos données, leur rectification, leur effacement et la limitation de leur traitement, et vous y opposer pour des raisons tenant à votre situation particulière. Aucune décision automatisée n’est prise à votre sujet.',
          `Adressez-vous à l’accueil ou écrivez à ${controller.contactEmail}. Vous recevrez une réponse dans un délai d’un mois.`,
          `Vous pouvez introduire une réclamation auprès de l’autorité de contrôle : ${controller.authority}.`,
        ],
      },
    ],
  };
}
