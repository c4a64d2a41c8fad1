/// The demo's people and an OpenID provider that imitates the national one, on the same address as the program.
/// Present only when the demo is on; a real provider is a matter of settings.
@NullMarked
@NamedInterface("demo")
package org.phigiay.identity.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
