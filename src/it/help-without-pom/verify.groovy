// Both print each description as the plugin descriptor has it: no word is taken for markup and removed.
def words = { String text -> text.replaceAll(/\s+/, ' ').trim() }
def help = words(new File(basedir, 'build.log').text)
def describe = words(new File(basedir, 'describe.txt').text)
def descriptor = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new File(basedir, '../../classes/META-INF/maven/plugin.xml'))
def descriptions = descriptor.getElementsByTagName('description')
assert descriptions.length > 100
(0..<descriptions.length).collect { descriptions.item(it) }
        .findAll { it.parentNode.nodeName == 'parameter' || it.parentNode.nodeName == 'mojo' }
        .collect { words(it.textContent) }
        .findAll { !it.startsWith('Display help information') }
        .each {
            assert !it.contains('<')
            assert help.contains(it)
            assert describe.contains(it)
        }
return true
