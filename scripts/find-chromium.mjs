// Where a Chromium is, for the browser tests; installs Debian's package where it can, else says what is missing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from './prepare-clone.mjs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of a Chromium; ends with words and exit code 3 where there is none and none can be installed. */
export function findChromium() {
  const found = [process.env.GUATU_CHROMIUM, ...PLACES].find((place) => place && existsSync(place))
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium for the browser tests 正在安装浏览器 …')
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    apt('update', '-qq')
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  }
  say(
    'The browser tests need a Chromium or Chrome. Install one (Debian: apt-get install chromium fonts-noto-cjk) or name it in GUATU_CHROMIUM. 缺少浏览器。',
  )
  process.exit(3)
}
