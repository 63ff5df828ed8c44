/**
 * The udev rules that let Foyer open card readers on Linux, for the screens: the text of
 * `resources/udev/70-foyer-readers.rules` (a test compares the two), with lines for a reader that is not in it.
 */

/** Where the rules belong. */
export const udevRulesPath = '/etc/udev/rules.d/70-foyer-readers.rules';

export const shippedUdevRules = `# Card readers at a front desk: Foyer may open them, and they type into no window.
#
# Install:  sudo cp 70-foyer-readers.rules /etc/udev/rules.d/
#           sudo udevadm control --reload && sudo udevadm trigger
#
# The user that runs Foyer is signed in at the desk (uaccess) or belongs to the group plugdev.

# RF IDeas pcProx and WAVE ID
KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="0c27", ATTRS{idProduct}=="3bfa", MODE="0660", GROUP="plugdev", TAG+="uaccess"
KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="0c27", ATTRS{idProduct}=="3b4c", MODE="0660", GROUP="plugdev", TAG+="uaccess"
KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="0c27", ATTRS{idProduct}=="3b1e", MODE="0660", GROUP="plugdev", TAG+="uaccess"
SUBSYSTEM=="input", ATTRS{idVendor}=="0c27", ATTRS{idProduct}=="3bfa|3b4c|3b1e", ENV{LIBINPUT_IGNORE_DEVICE}="1"

# MagTek swipe readers in HID mode
KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="0801", ATTRS{idProduct}=="0002", MODE="0660", GROUP="plugdev", TAG+="uaccess"
KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="0801", ATTRS{idProduct}=="0011", MODE="0660", GROUP="plugdev", TAG+="uaccess"

# ID TECH MiniMag in HID mode
KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="0acd", ATTRS{idProduct}=="2010", MODE="0660", GROUP="plugdev", TAG+="uaccess"

# Readers that type like a keyboard: Sycreader, Neuftech, OMNIKEY 5x27CK, GIGA-TMS, Elatec TWN4, MiniMag as keyboard.
# 08ff is also the vendor of fingerprint readers, so the product is always named.
KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="08ff", ATTRS{idProduct}=="0009", MODE="0660", GROUP="plugdev", TAG+="uaccess"
SUBSYSTEM=="input", ATTRS{idVendor}=="08ff", ATTRS{idProduct}=="0009", ENV{LIBINPUT_IGNORE_DEVICE}="1"
KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="16c0", ATTRS{idProduct}=="27db", MODE="0660", GROUP="plugdev", TAG+="uaccess"
SUBSYSTEM=="input", ATTRS{idVendor}=="16c0", ATTRS{idProduct}=="27db", ENV{LIBINPUT_IGNORE_DEVICE}="1"
KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="076b", ATTRS{idProduct}=="5428", MODE="0660", GROUP="plugdev", TAG+="uaccess"
SUBSYSTEM=="input", ATTRS{idVendor}=="076b", ATTRS{idProduct}=="5428", ENV{LIBINPUT_IGNORE_DEVICE}="1"
KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="1667", ATTRS{idProduct}=="0005", MODE="0660", GROUP="plugdev", TAG+="uaccess"
SUBSYSTEM=="input", ATTRS{idVendor}=="1667", ATTRS{idProduct}=="0005", ENV{LIBINPUT_IGNORE_DEVICE}="1"
KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="09d8", ATTRS{idProduct}=="0410", MODE="0660", GROUP="plugdev", TAG+="uaccess"
SUBSYSTEM=="input", ATTRS{idVendor}=="09d8", ATTRS{idProduct}=="0410", ENV{LIBINPUT_IGNORE_DEVICE}="1"
KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="0acd", ATTRS{idProduct}=="2030", MODE="0660", GROUP="plugdev", TAG+="uaccess"
SUBSYSTEM=="input", ATTRS{idVendor}=="0acd", ATTRS{idProduct}=="2030", ENV{LIBINPUT_IGNORE_DEVICE}="1"

# Any other reader: copy the two lines, put in its vendor and product (\`lsusb\` shows them), remove the \`#\`.
# The second line is for readers that type like a keyboard.
#KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="0000", ATTRS{idProduct}=="0000", MODE="0660", GROUP="plugdev", TAG+="uaccess"
#SUBSYSTEM=="input", ATTRS{idVendor}=="0000", ATTRS{idProduct}=="0000", ENV{LIBINPUT_IGNORE_DEVICE}="1"
`;

/** Lines for one device, given as `08FF:0009`; for one that types like a keyboard also those that keep it silent. */
function rulesFor(device: string, typesLikeKeyboard: boolean): string {
  const [vendor = '', product = ''] = device.toLowerCase().split(':');
  const ids = `ATTRS{idVendor}=="${vendor}", ATTRS{idProduct}=="${product}"`;
  const access = `KERNEL=="hidraw*", SUBSYSTEM=="hidraw", ${ids}, MODE="0660", GROUP="plugdev", TAG+="uaccess"\n`;
  const silence = `SUBSYSTEM=="input", ${ids}, ENV{LIBINPUT_IGNORE_DEVICE}="1"\n`;
  return typesLikeKeyboard ? access + silence : access;
}

/** The whole file for a site: what is shipped, and what the given readers need beside it. */
export function udevRulesWith(
  readers: readonly { readonly device: string; readonly typesLikeKeyboard: boolean }[],
): string {
  const added = readers
    .map(({ device, typesLikeKeyboard }) => rulesFor(device, typesLikeKeyboard))
    .filter((lines, index, all) => !shippedUdevRules.includes(lines) && all.indexOf(lines) === index);
  return added.length === 0
    ? shippedUdevRules
    : `${shippedUdevRules}\n# Readers of this site\n${added.join('')}`;
}

/** What an administrator pastes into a terminal to install rules: writes the file and has it taken into use. */
export function udevInstallCommand(rules: string): string {
  return [
    `sudo tee ${udevRulesPath} > /dev/null <<'RULES'`,
    `${rules.trimEnd()}`,
    'RULES',
    'sudo udevadm control --reload && sudo udevadm trigger',
    '',
  ].join('\n');
}
