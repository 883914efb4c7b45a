import { config } from 'zod';

// The window's policy forbids making code from text, and zod tries whether it may as soon as a shape is made: this comes first.
config({ jitless: true });
