/** What a browser sees that comes without a cookie, or with a link that was used before. No script, no style. */

export const freshLinkPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Foyer</title></head>
<body>
<main>
<h1>This link has been used or is too old</h1>
<p>Each link to Foyer opens one window once. For a fresh one, run <code>npm start</code> again on this machine: the
Foyer that is running stays as it is and prints new links.</p>
<section lang="da">
<h2>Linket er brugt eller for gammelt</h2>
<p>Hvert link til Foyer åbner ét vindue én gang. Kør <code>npm start</code> igen på denne maskine for at få et nyt:
den Foyer, der allerede kører, fortsætter og skriver nye links.</p>
</section>
</main>
</body>
</html>
`;
