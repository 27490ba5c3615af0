def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'TLS failed'
build.shows 'if the server\'s certificate is issued by a private CA, set AWS_CA_BUNDLE to a PEM file with that CA, or configure a truststore for the JVM: -Djavax.net.ssl.trustStore'
build.shows 'MojoExecutionException'
build.doesNotShow 'Bucket gate'
