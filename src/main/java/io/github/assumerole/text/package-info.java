/** Text: JSON, XML, printable text, keywords, globs, similar names, plurals. JDK only, imports no other room. */
package io.github.assumerole.text;
