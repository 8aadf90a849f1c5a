export default {
  live_block: {
    none: 'None at present.',
    unknown: 'Line {{line}}: there is no live block "{{block}}". Perhaps one of {{known}}?',
    unknown_value: 'Line {{line}}: there is no live value "{{block}}". Perhaps one of {{known}}?',
    malformed:
      'Line {{line}}: "{{text}}" cannot be read. Write ::live{block=name parameter=value} alone on its line, with each parameter once.',
    parameter: 'Line {{line}}: the parameter "{{parameter}}" of "{{block}}" is not valid ({{accepted}}).',
    no_such_parameter: 'Line {{line}}: "{{block}}" has no parameter "{{parameter}}". It takes: {{known}}.',
    no_record: 'Line {{line}}: "{{block}}" names {{number}}, which does not exist.',
    no_measure: 'Line {{line}}: "{{block}}" names the figure {{measure}}, which does not exist.',
  },
};
