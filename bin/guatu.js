#!/usr/bin/env node
import '../dist/main/cli/main.js'
