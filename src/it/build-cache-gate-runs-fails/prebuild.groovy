io.github.assumerole.it.Scenario.begin(context)
def cache = new File(basedir, 'target/build-cache')
cache.deleteDir()
context.get('userProperties').put('maven.build.cache.location', cache.path)
