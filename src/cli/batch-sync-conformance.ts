#!/usr/bin/env node
import { conformance } from './conformance/conformance.js';
import { Output } from './output.js';

const [output, complaints] = [new Output(process.stdout), new Output(process.stderr)];
process.exitCode = await conformance(process.argv.slice(2), process.env, output, complaints);
