/// Tệp đính kèm: keeps what people hand in and what the program issues. Bytes are stored once under their SHA-256
/// behind
/// [org.phigiay.files.BlobStore]; a row with an unguessable id says whose they are. Only what can be checked is taken:
/// PDF, JPEG and PNG. Who may see a file is the asking module's rule: it knows the dossier.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "signing"})
package org.phigiay.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
