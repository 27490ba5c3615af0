package io.github.assumerole.bench;

import io.github.assumerole.it.Truststore;
import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.TlsRelay;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One module and ten buckets: what a build pays for the plugin, and what it would pay for the AWS CLI or boto3. */
record StartupTable(Workspace workspace, Rounds rounds) {
    private static final int BUCKETS = 10;
    private static final String EMPTY = "Maven without plugins";
    private static final String PAIR = "Maven without plugins, then AWS CLI: `sts assume-role`, `s3api list-buckets`";
    private static final String CLI =
            """
            set -e
            read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <<<"$(aws sts assume-role --endpoint-url "$1" \
              --role-arn "$2" --role-session-name bench --output text \
              --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]')"
            export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
            aws s3api list-buckets --endpoint-url "$1" --output text --query 'Buckets[].Name' | grep -q "$3"
            """;
    private static final String BOTO3 =
            """
            import boto3, sys
            keys = boto3.client('sts', endpoint_url=sys.argv[1]).assume_role(
                RoleArn=sys.argv[2], RoleSessionName='bench')['Credentials']
            s3 = boto3.client('s3', endpoint_url=sys.argv[1], aws_access_key_id=keys['AccessKeyId'],
                aws_secret_access_key=keys['SecretAccessKey'], aws_session_token=keys['SessionToken'])
            sys.exit(sys.argv[3] not in [bucket['Name'] for bucket in s3.list_buckets()['Buckets']])
            """;

    Table measure() throws Exception {
        Path keys = Files.createTempDirectory(rounds.work(), "tls");
        try (LocalAws aws = EmbeddedAws.start(BUCKETS);
                TlsRelay relay = TlsRelay.to(aws.endpoint(), "localhost", keys)) {
            URI tls = URI.create("https://localhost:" + relay.address().getPort());
            Map<String, Usage> medians = rounds.measure(commands(aws.endpoint(), tls, truststore(relay, keys)));
            Usage empty = medians.get(EMPTY);
            Usage pair = medians.get(PAIR);
            Table table = new Table(
                    "One module, " + BUCKETS + " buckets",
                    "command",
                    "wall s",
                    "CPU s",
                    "÷ Maven without plugins, wall / CPU",
                    "÷ Maven and AWS CLI, wall / CPU");
            medians.forEach((name, usage) -> table.row(
                    name,
                    Table.seconds(usage.wall()),
                    Table.seconds(usage.cpu()),
                    ratios(usage, empty),
                    pair == null ? "AWS CLI not installed" : ratios(usage, pair)));
            return table;
        }
    }

    private static String ratios(Usage usage, Usage base) {
        return Table.ratio(usage.wall(), base.wall()) + " / " + Table.ratio(usage.cpu(), base.cpu());
    }

    private List<Command> commands(URI http, URI tls, Path truststore) throws IOException, InterruptedException {
        Command empty = workspace.maven(EMPTY, workspace.empty(), http);
        List<Command> commands = new ArrayList<>(List.of(
                empty,
                workspace.maven("both goals skipped", workspace.both(), http, "-Dassume-role.skip"),
                workspace.maven("assume-role", workspace.session(), http),
                workspace.maven("list-buckets with a role", workspace.gate(), http),
                workspace.maven("both goals", workspace.both(), http),
                workspace
                        .maven("list-buckets with a role, TLS", workspace.gate(), tls)
                        .with(
                                "MAVEN_OPTS",
                                "-Djavax.net.ssl.trustStore=" + truststore + " -Djavax.net.ssl.trustStorePassword="
                                        + Truststore.PASSWORD)));
        List<String> arguments = List.of("bench", http.toString(), StandardWorld.CI_DEPLOY, EmbeddedAws.REQUIRED);
        if (isInstalled("aws", "--version")) {
            Command cli = script("AWS CLI: `sts assume-role`, `s3api list-buckets`", CLI, arguments);
            commands.add(cli);
            String maven = String.join(" ", empty.line()); // no argument needs quotes
            commands.add(script(PAIR, "(cd " + empty.directory() + "; " + maven + ")\n" + CLI, arguments));
        }
        if (isInstalled("python3", "-c", "import boto3")) {
            List<String> line = new ArrayList<>(List.of("python3", "-c", BOTO3));
            line.addAll(arguments.subList(1, arguments.size()));
            commands.add(new Command(
                    "boto3: `assume_role`, `list_buckets`", empty.directory(), line, Workspace.environment()));
        }
        return commands;
    }

    private Command script(String name, String script, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("bash", "-c", script));
        line.addAll(arguments);
        return new Command(name, workspace.empty(), line, Workspace.environment());
    }

    private boolean isInstalled(String... line) throws IOException, InterruptedException {
        Map<String, String> none = new HashMap<>();
        return new Command(line[0], workspace.empty(), List.of(line), none)
                .run(rounds.work())
                .passed();
    }

    /** The truststore of this JDK, which any HTTPS client of a build reads, and the server's certificate. */
    private static Path truststore(TlsRelay relay, Path folder) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("truststore");
        Truststore.write(file, Files.writeString(folder.resolve("ca.pem"), relay.certificate()));
        return file;
    }
}
