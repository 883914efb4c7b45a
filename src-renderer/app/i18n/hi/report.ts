import type { reportEntries as englishEntries, report as englishReport } from '../en/report.ts';

export const report: typeof englishReport = {
  open: 'प्रकरण प्रतिवेदन…',
  title: 'प्रकरण प्रतिवेदन: {{ref}}',
  hint: 'पढ़ने के लिए एक PDF, और एक ZIP जिसमें वही डेटा, मुहरबंद पत्र और सूची है। दर्ज होता है कि कौन क्या बाहर ले गया।',
  sections: 'खंड',
  needOne: 'कम से कम एक खंड चुनें।',
  section: {
    summary: 'सारांश',
    complaint: 'जो लिखा गया',
    timeline: 'घटनाक्रम',
    clocks: 'समय-सीमाएँ, और हर तिथि का कारण',
    identity: 'अनुरोध करने वाला, संख्याएँ छिपाकर',
    work: 'अनुरोध पर काम',
    decisions: 'निर्णय, खंडों सहित',
    letters: 'पत्र, मुहरबंद PDF ज़िप में',
    evidence: 'साक्ष्य की सूची, SHA-256 सहित',
    files: 'फ़ाइलें, ज़िप में',
    notes: 'टिप्पणियाँ',
    'privileged-notes': 'विशेषाधिकार वाली टिप्पणियाँ',
    record: 'अभिलेख की प्रविष्टियाँ, जाँच के लिए',
  },
  redaction: 'नाम और संपर्क',
  full: 'दिखाए जाएँ',
  masked: 'छिपाए जाएँ, पाठ में भी; तब पत्र और फ़ाइलें शामिल नहीं',
  language: 'प्रतिवेदन की भाषा',
  reason: 'यह बाहर क्यों जा रहा है',
  make: 'प्रतिवेदन बनाएँ',
  files: 'सहेजा गया',
  again: 'एक और बनाएँ',
  left: 'पहचान दिखाने वाली, अभी तक न देखी गई फ़ाइलें और डेटा के पैकेज कभी साथ नहीं जाते; प्रतिवेदन उनका नाम लेता है।',
};

export const reportEntries: typeof englishEntries = { report_exported: 'प्रकरण प्रतिवेदन सहेजा गया' };
