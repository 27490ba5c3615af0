package io.github.assumerole.aws.codeartifact;

import io.github.assumerole.text.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The errors of services with the protocol REST JSON. */
final class RestJsonErrors {
    private RestJsonErrors() {}

    /** The code is in a header or in the body, with or without a namespace and a URL. */
    static AwsErrorDetails read(SdkHttpResponse response, String body) {
        Map<String, List<String>> members = members(body);
        Optional<String> code = Stream.of(
                        response.firstMatchingHeader("x-amzn-errortype").stream(),
                        strings(members, "code"),
                        strings(members, "__type"))
                .flatMap(codes -> codes)
                .map(text -> text.replaceFirst(":.*", "").replaceFirst(".*#", ""))
                .findFirst();
        Optional<String> message = Stream.concat(strings(members, "message"), strings(members, "Message"))
                .findFirst();
        return AwsErrorDetails.builder()
                .errorCode(code.orElse(null))
                .errorMessage(message.orElse(null))
                .build();
    }

    private static Stream<String> strings(Map<String, List<String>> members, String name) {
        return members.getOrDefault(name, List.of()).stream();
    }

    private static Map<String, List<String>> members(String body) {
        try {
            return JsonReader.strings(body);
        } catch (IllegalArgumentException noJson) {
            return Map.of();
        }
    }
}
