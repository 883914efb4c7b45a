import type { OrderListField, OrderTextField } from '../contract/order-words.ts';
import type { LetterLanguage } from '../contract.ts';

/** What a person calls each field of a letter to an authority. */
export const orderNames: Record<OrderTextField | OrderListField, Record<LetterLanguage, string>> = {
  orderName: { en: 'what the order is', hi: 'आदेश क्या है' },
  orderProvision: { en: 'the provision of the order', hi: 'आदेश का उपबंध' },
  preservationPaper: { en: 'the paper on which it is preserved', hi: 'जिस पत्र पर सुरक्षित रखा गया' },
  preservedFrom: { en: 'since when it is preserved', hi: 'कब से सुरक्षित है' },
  preservedUntil: { en: 'until when it is preserved', hi: 'कब तक सुरक्षित है' },
  orderPoints: { en: 'what is put to the authority', hi: 'प्राधिकारी को क्या लिखा जाता है' },
  orderScope: { en: 'the scope proposed', hi: 'प्रस्तावित दायरा' },
  court: { en: 'the court', hi: 'न्यायालय' },
  courtNumber: { en: 'the number in court', hi: 'न्यायालय में संख्या' },
  filedOn: { en: 'the day of filing', hi: 'दाखिल करने की तिथि' },
  stayUntil: { en: 'until when a stay was granted', hi: 'रोक कब तक मिली' },
  withdrawnOn: { en: 'the day on which it was withdrawn', hi: 'वापस लेने की तिथि' },
  reportTo: { en: 'the unit or portal', hi: 'इकाई या पोर्टल' },
  materialLies: { en: 'where the material lies', hi: 'सामग्री कहाँ है' },
  materialFrozenBy: { en: 'who froze it', hi: 'किसने स्थिर किया' },
  preserved: { en: 'what is preserved', hi: 'क्या सुरक्षित है' },
  preservedBy: { en: 'which system confirmed it', hi: 'किस प्रणाली ने पुष्टि की' },
  defects: { en: 'what the order lacks', hi: 'आदेश में क्या नहीं है' },
  productions: { en: 'the files that are produced', hi: 'प्रस्तुत फ़ाइलें' },
  hashes: { en: 'the hashes of the material', hi: 'सामग्री के हैश' },
};
