/// Pages of questions: the asker's, the officers', the second person's.
@NullMarked
package org.phigiay.dialogue.web;

import org.jspecify.annotations.NullMarked;
