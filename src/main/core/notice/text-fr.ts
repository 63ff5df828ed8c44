/** The notice in French. */
import { frenchCatalogue } from './catalogue-fr.ts';
import type { NoticeWords } from './words.ts';

function days(count: number): string {
  return count === 1 ? '1 jour' : `${count} jours`;
}

export const french: NoticeWords = {
  title: 'Ce que deviennent vos données',
  lead: (controller) => `Responsable du traitement : ${controller}.`,
  short: {
    data: {
      title: 'Nous conservons vos nom, e-mail et téléphone',
      text: 'Ainsi que société, hôte et badge, le cas échéant.',
      textWithDetails: 'Ainsi que société, hôte, badge et autres précisions, le cas échéant.',
    },
    purpose: { title: 'Pourquoi', text: (purpose, basis) => `${purpose} ${basis}.` },
    retention: {
      title: (contactDays) => `Effacés ${days(contactDays)} après votre visite`,
      text: (rest) => (rest === null ? 'Automatiquement.' : `Le reste après ${days(rest)}.`),
    },
    rights: {
      title: 'Accès, rectification, effacement, limitation, opposition',
      text: (contact) => `Ici ou à ${contact}. Réclamations : autorité de contrôle.`,
    },
    also: (titles) => `Ici également : ${titles}. Le texte complet en dit plus.`,
  },
  responsible: {
    heading: 'Qui est responsable',
    who: (controller, registrationNumber, address) =>
      `${controller}${registrationNumber === '' ? '' : ` (numéro d’immatriculation ${registrationNumber})`}, ${address}, est responsable du traitement de vos données.`,
    contact: (email, phone) =>
      `Questions sur la protection des données : ${email}${phone === '' ? '' : `, téléphone ${phone}`}.`,
  },
  kindOfVisit: {
    kind: 'La nature de votre visite.',
    rules: 'Les règles du site qui vous ont été présentées.',
    details: (labels) =>
      `Autres précisions que demande votre type de visite : ${labels}. Elles sont conservées aussi longtemps que les coordonnées.`,
  },
  visitsNote: [
    'Sans nom, adresse e-mail et numéro de téléphone, nous ne pouvons pas enregistrer votre visite ici ; adressez-vous alors à l’accueil.',
    'Ce texte est une information. Aucun consentement ne vous est demandé et vous ne signez rien. Vos données ne servent jamais à des fins publicitaires.',
  ],
  labels: {
    purpose: 'Finalité',
    data: 'Données',
    people: 'Personnes concernées',
    source: 'Source des données',
    basis: 'Base juridique',
    interest: 'Notre intérêt',
    recipients: 'Destinataires',
    transfers: 'Hors de l’EEE',
    retention: 'Durée de conservation',
  },
  bases: {
    consent: { name: 'votre consentement', article: 'article 6, paragraphe 1, point a), du RGPD' },
    contract: { name: 'un contrat avec vous', article: 'article 6, paragraphe 1, point b), du RGPD' },
    'legal-obligation': {
      name: 'une obligation légale',
      article: 'article 6, paragraphe 1, point c), du RGPD',
    },
    'vital-interests': {
      name: 'des intérêts vitaux',
      article: 'article 6, paragraphe 1, point d), du RGPD',
    },
    'public-task': {
      name: 'une mission d’intérêt public',
      article: 'article 6, paragraphe 1, point e), du RGPD',
    },
    'legitimate-interests': {
      name: 'notre intérêt légitime',
      article: 'article 6, paragraphe 1, point f), du RGPD',
    },
  },
  transfers: {
    none: 'Aucun transfert vers des pays hors de l’EEE.',
    adequacy: 'Base : une décision d’adéquation, article 45 du RGPD.',
    safeguards:
      'Base : des garanties appropriées, article 46 du RGPD. Vous pouvez nous en demander une copie.',
    derogation: 'Base : une dérogation de l’article 49 du RGPD.',
  },
  nobody: 'Personne en dehors de ce site.',
  retention: {
    visits: (contactDays, visitDays) =>
      `Coordonnées : ${days(contactDays)} après votre visite. La visite elle-même : ${days(visitDays)}. Si personne n’enregistre votre départ, le délai court à partir de votre arrivée. L’effacement est automatique et vérifié à chaque fois.`,
    cards: (cardLinkDays) =>
      `Le lien entre vous et le badge : ${days(cardLinkDays)} après votre visite. Ensuite, rien n’indique plus qui avait le badge.`,
  },
  access: {
    heading: 'Qui voit les données de votre visite',
    paragraphs: [
      'L’accueil, la sécurité et les personnes chargées de la protection des données sur ce site. Chaque consultation d’une visite est journalisée.',
      'Les données sont chiffrées et conservées sur la machine de cet accueil.',
    ],
  },
  rights: {
    heading: 'Vos droits',
    what: 'Vous pouvez demander l’accès à vos données, leur rectification, leur effacement et la limitation de leur traitement, et vous y opposer pour des raisons tenant à votre situation particulière. Aucune décision automatisée n’est prise à votre sujet.',
    withdrawal:
      'Lorsqu’un traitement repose sur votre consentement, vous pouvez le retirer à tout moment ; ce qui a été fait auparavant reste licite.',
    how: (contact) =>
      `Adressez-vous à l’accueil ou écrivez à ${contact}. Vous recevrez une réponse dans un délai d’un mois.`,
    complaint: (authority) =>
      `Vous pouvez introduire une réclamation auprès de l’autorité de contrôle : ${authority}.`,
  },
  untranslated: 'Cette partie n’est pas disponible en français.',
  core: {
    visits: {
      title: 'Visites et accueil',
      purpose: 'Pour retrouver chacun en cas d’urgence et assurer la sécurité du bâtiment.',
      data: 'Nom, adresse e-mail et numéro de téléphone ; la société d’où vous venez et la personne à qui vous rendez visite, si vous les indiquez ; vos heures d’arrivée et de départ ; la version de ce texte que vous avez vue.',
      people: 'Visiteurs.',
      source:
        'Vous-même, sur cet écran ou à l’accueil ; téléphone et société aussi de votre dernière visite, si elle est encore conservée et si vous indiquez être déjà venu.',
      interest: 'La sécurité de toutes les personnes présentes et du bâtiment lui-même.',
      recipients: '',
      transfers: '',
    },
    'access-cards': {
      title: 'Badges d’accès',
      purpose: 'Pour que les visiteurs puissent circuler seuls.',
      data: 'Nom et numéro du badge : quand vous l’avez reçu et quand vous l’avez rendu.',
      people: 'Visiteurs qui reçoivent un badge.',
      source: 'L’accueil, lorsqu’il remet le badge et le reprend.',
      interest: 'Savoir quels badges sont en circulation et qui en est responsable.',
      recipients: '',
      transfers: '',
    },
  },
  further: frenchCatalogue,
};
