/** Connections to AWS: clients, proxies, responses and errors. */
package io.github.assumerole.aws.http;
