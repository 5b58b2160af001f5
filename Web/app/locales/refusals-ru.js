/** Russian: why the station refuses, by the status of its answer. Its own words are English, and stay so on the English page. */

/** @type {Record<number, string>} */
export const refusalsRu = {
  401: 'Войдите, чтобы это сделать.',
  403: 'Ваша роль этого не позволяет.',
  429: 'Слишком много попыток. Подождите и попробуйте снова.',
  503: 'Станция сейчас не может это записать.',
};

/** The answer to a name and a password that do not fit. */
export const notSignedInRu = 'Имя или пароль неверны, либо учётная запись отключена.';
