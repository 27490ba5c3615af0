package io.github.assumerole.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.aws.Network;
import io.github.assumerole.role.HttpProxies;
import io.github.assumerole.role.Secret;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Network failures that cannot be produced on loopback. */
class AwsErrorTest {
    static Stream<Arguments> failuresOfTheNetwork() {
        String noAnswer = "no response from the endpoint of STS: ";
        return Stream.of(
                Arguments.of(new ConnectException("Network is unreachable"), noAnswer + "Network is unreachable."),
                Arguments.of(new NoRouteToHostException("No route to host"), noAnswer + "No route to host."),
                Arguments.of(new EOFException(), noAnswer + "EOFException."),
                Arguments.of(new IOException("one line\nand another"), noAnswer + "one line."),
                Arguments.of(
                        new SocketTimeoutException("Connect timed out"),
                        "the endpoint of STS did not answer in time."));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheNetwork")
    void keepsMessageOfNetworkFailure(IOException network, String sentence) {
        SdkClientException wrapped = SdkClientException.create("Unable to execute HTTP request", network);

        AwsError failure = AwsError.of(
                wrapped,
                new HttpExchange(new Network(HttpProxies.NONE, Optional.empty())),
                List.of(Secret.of("secret")),
                Clock.systemUTC());

        assertEquals(sentence, failure.sentence("STS"));
    }
}
