def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'TLS failed'
build.shows 'if the server\'s certificate is of a private CA, give the JVM a truststore: -Djavax.net.ssl.trustStore'
build.shows 'MojoExecutionException'
build.doesNotShow 'Bucket gate'
