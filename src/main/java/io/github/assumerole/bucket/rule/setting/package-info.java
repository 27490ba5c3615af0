/** What rules can require of the settings of buckets, one class per kind. Uses the JDK only. */
package io.github.assumerole.bucket.rule.setting;
