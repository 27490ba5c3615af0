io.github.assumerole.it.Scenario.begin(context)
def repository = new File(basedir, 'target/repository')
repository.deleteDir()
context.get('userProperties').put('altDeploymentRepository', 'it::' + repository.toURI())
