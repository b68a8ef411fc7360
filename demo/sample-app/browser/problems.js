/* What went wrong, as one of the page's states and a sentence for the person. */

const ANSWERS = {
  access_denied: { status: "declined", message: "You did not share anything. Nothing was downloaded. You can connect again at any time." },
  invalid_scope: { status: "refused", message: "The plan does not know one of the kinds of records this app asked for." },
};

const BY_STATUS = {
  401: {
    status: "refused",
    message: "The plan no longer accepts this app's access: it ended or you stopped it. Connect again to continue.",
    over: true,
  },
  403: { status: "refused", message: "The plan refused: what this app asked for is not part of what you share with it." },
  429: { status: "error", message: "The plan is busy. Wait a little, then choose Download again." },
};

export const explain = {
  /** The `error` that came back in this page's address. */
  answer(code, description) {
    return ANSWERS[code] ?? { status: "refused", message: `The plan answered ${code}${description ? `: ${description}` : ""}.` };
  },
  /** A failed request; `over` when the tokens are of no more use. */
  failure(error) {
    const httpStatus = error?.status ?? error?.statusCode;
    if (BY_STATUS[httpStatus]) return BY_STATUS[httpStatus];
    const text = String(error?.message ?? error);
    if (/invalid_grant|Unable to refresh/i.test(text)) {
      return {
        status: "refused",
        message: "The plan gives no new token: access ended or this app may not stay connected. Connect again.",
        over: true,
      };
    }
    if (httpStatus) return { status: "error", message: `The plan answered with an error (${httpStatus}). Try again later.` };
    if (error instanceof TypeError || /fetch|network/i.test(text)) {
      return { status: "error", message: "The plan cannot be reached. Check the connection, then try again." };
    }
    return { status: "error", message: text };
  },
};
