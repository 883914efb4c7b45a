import { recordCertificateSchema } from '../../government/contract/certificate.ts';
import {
  approveDisclosureSchema,
  counselDecisionSchema,
  discloseSchema,
  recordProductionSchema,
  tellUserSchema,
} from '../../government/contract/disclosure.ts';
import { addItemsSchema, captureItemSchema, takeSheetSchema } from '../../government/contract/items.ts';
import { handOverMaterialSchema, recordMaterialSchema } from '../../government/contract/material.ts';
import { checkAuthoritySchema, orderSchema } from '../../government/contract/order.ts';
import {
  confirmPreservationSchema,
  preserveSchema,
  releasePreservationSchema,
  renewPreservationSchema,
} from '../../government/contract/preservation.ts';
import { acknowledgeBreadthSchema, stepOrderSchema } from '../../government/contract/steps.ts';

/** Acts on an order: what it says, and whether it really comes from whom it names. */
export const governmentActSchemas = {
  /** The particulars of the order, whole: what is recorded again takes the place of what stood. */
  'record-order': orderSchema,
  'check-authority': checkAuthoritySchema,
  'add-items': addItemsSchema,
  'capture-item': captureItemSchema,
  'take-sheet': takeSheetSchema,
  'record-production': recordProductionSchema,
  disclose: discloseSchema,
  'counsel-decision': counselDecisionSchema,
  'approve-disclosure': approveDisclosureSchema,
  'tell-user': tellUserSchema,
  'step-order': stepOrderSchema,
  'acknowledge-breadth': acknowledgeBreadthSchema,
  'record-material': recordMaterialSchema,
  'hand-over-material': handOverMaterialSchema,
  'record-certificate': recordCertificateSchema,
  preserve: preserveSchema,
  'confirm-preservation': confirmPreservationSchema,
  'renew-preservation': renewPreservationSchema,
  'release-preservation': releasePreservationSchema,
} as const;
