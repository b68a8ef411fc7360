/** Passwords of the tests protect nothing; hashed as Keycloak does by itself they took two fifths of its time. */
export const QUICK_PASSWORDS = ["iterations=1", "memory=64"].map((value) => `--spi-password-hashing--argon2--${value}`);
