export default {
  sign_in: {
    title: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    second_title: 'Second step',
    totp_hint: 'Type the six digits that your authenticator app shows now.',
    totp_code: 'Code',
    backup_hint: 'Type one of your backup codes. Each works once.',
    backup_code: 'Backup code',
    use_backup: 'Use a backup code',
    use_totp: 'Use the authenticator app',
    demo_as: 'Demo: look at it as',
    demo_hint: 'Everybody here may enter with one click. This exists in a demo only.',
  },
};
