/** Why the emulated machine cannot run here; no fault of Foyer's, so the command ends well and says it. */
export class Skip extends Error {}
