export default {
  certificate_check: {
    title: 'Certificate',
    standing: {
      valid: 'Valid',
      suspended: 'Suspended',
      expired: 'Expired',
      withdrawn: 'Withdrawn by the certification body',
      cancelled: 'Given up by the organisation',
      transferred: 'Transferred to another certificate',
      replaced: 'Replaced by a newer certificate',
    },
    about: {
      valid: 'On {{day}} this certificate is valid.',
      suspended:
        'This certificate is suspended since {{date}}. Meanwhile the organisation may not refer to it.',
      expired: 'This certificate held until {{date}}. It is not valid any more.',
      withdrawn: 'The certification body withdrew this certificate on {{date}}. It is not valid any more.',
      cancelled: 'The organisation gave up this certificate on {{date}}. It is not valid any more.',
      transferred: 'This certificate ended on {{date}}; another body’s took its place.',
      replaced: 'This certificate ended on {{date}}; a newer one took its place.',
    },
    holder: 'Certified organisation',
    address: 'Address',
    standard: 'Standard',
    number: 'Certificate number',
    scope: 'Scope',
    body: 'Certification body',
    accreditation: 'Accreditation',
    issued: 'Issued on',
    expires: 'Valid until',
    check: 'Check it at the authority',
    check_hint:
      'What the authority says counts. Look there for the certificate number or the organisation, and compare.',
    note: 'The certificate is of the organisation’s service management system, of no product and no tool. This page is kept by the organisation itself.',
    gone: 'No certificate here',
    gone_hint: 'The link was mistyped or revoked. Ask whoever gave it to you for a new one.',
  },
};
