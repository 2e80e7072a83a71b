#!/usr/bin/env node
import { Output } from './output.js';
import { validate } from './validate.js';

const [output, complaints] = [new Output(process.stdout), new Output(process.stderr)];
process.exitCode = await validate(process.argv.slice(2), output, complaints);
