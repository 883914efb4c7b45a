/** प्राधिकारियों के आदेशों पर जो किया जाता है। */
export const orders = {
  preservations: 'संरक्षण',
  preservationsHint: 'प्राधिकारी के लिए क्या रखा है और कब तक। जो पहले समाप्त होता है वह ऊपर है।',
  preserved: 'सुरक्षित',
  none: 'कुछ सुरक्षित नहीं रखा है',
  noneHint: 'संरक्षण उसके प्रकरण में, आदेश के नीचे, आरंभ होता है।',
  column: { end: 'समाप्ति', ticket: 'टिकट', what: 'क्या', paper: 'किस पत्र पर, कब से', frozen: 'किसने स्थिर किया' },
  items_one: '{{n}} सामग्री',
  items_other: '{{n}} सामग्रियाँ',
  until: '{{day}} तक',
  since: '{{at}} IST से',
  released: '{{at}} IST को मुक्त: {{reason}}',
  renewed: '{{at}} IST को नवीनीकृत, {{was}} से आगे: {{paper}}। {{reason}}',
  unconfirmed: 'अभी किसी प्रणाली ने पुष्टि नहीं की',
  period: {
    'IT-PRES': 'जैसे हटाई सामग्री रखी जाती है, नियम 3(1)(g)',
    'IT-REG': 'जैसे पंजीकरण सूचना रखी जाती है, नियम 3(1)(h)',
  },
};

export const orderActs = {
  preserve: {
    name: 'सुरक्षित रखें',
    done: '{{ref}}: सुरक्षित रखा गया, और कानूनी रोक लागू है।',
    submit: 'सुरक्षित रखें',
    hint: 'तब तक इसमें से कुछ मिटाया नहीं जाएगा। समाप्ति से 30, 7 और 1 दिन पहले स्मरण आता है।',
    paper: 'जिस अनुरोध या आदेश पर आधारित',
    accounts: 'खाते, हर पंक्ति में एक',
    items: 'सामग्री, हर पंक्ति में एक',
    categories: 'डेटा, हर पंक्ति में एक प्रकार',
    from: 'कब से',
    period: 'कितने समय तक, जहाँ दिन न बताया हो',
    until: 'कब तक',
    untilHint: 'केवल जहाँ पत्र दिन बताता है; खाली हो तो नियम-पुस्तक की अवधि',
  },
  'confirm-preservation': {
    name: 'किसने स्थिर किया, दर्ज करें',
    done: '{{ref}}: पुष्टि दर्ज है।',
    submit: 'दर्ज करें',
    preservation: 'क्या',
    system: 'जिस प्रणाली ने स्थिर किया',
    by: 'किसने किया',
    reference: 'क्या दिखाता है',
    at: 'कब',
  },
  'renew-preservation': {
    name: 'संरक्षण का नवीनीकरण',
    done: '{{ref}}: संरक्षण जारी है।',
    submit: 'नवीनीकृत करें',
    preservation: 'क्या',
    paper: 'अब जिस पत्र पर आधारित',
    until: 'कब तक',
    untilHint: 'खाली हो तो नियम-पुस्तक की अवधि वर्तमान समाप्ति में जुड़ती है',
  },
  'release-preservation': {
    name: 'संरक्षण समाप्त करें',
    done: '{{ref}}: सुरक्षित सामग्री मुक्त की गई।',
    submit: 'मुक्त करें',
    hint: 'इसके साथ कानूनी रोक समाप्त होती है। फिर जो मिटाया जाए वह वापस नहीं आता।',
    preservation: 'क्या',
    paper: 'जिस पत्र पर आधारित',
  },
};

export const orderEntries = {
  preservation_made: 'सुरक्षित रखा',
  preservation_confirmed: 'प्रणाली ने स्थिर किया',
  preservation_renewed: 'संरक्षण नवीनीकृत',
  preservation_released: 'संरक्षण समाप्त',
};

export const orderLetters = {
  'preservation-notice': 'क्या सुरक्षित है',
};
