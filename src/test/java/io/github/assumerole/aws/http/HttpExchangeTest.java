package io.github.assumerole.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.aws.Network;
import io.github.assumerole.role.HttpProxies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.InterceptorContext;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

class HttpExchangeTest {
    /** A parser of the JDK keeps the stream, and a connection its request, which contains a session token. */
    @Test
    void releasesConnectionWhenBodyIsClosed() throws IOException {
        SdkRequest request = GetCallerIdentityRequest.builder().build();
        InterceptorContext context = InterceptorContext.builder()
                .request(request)
                .httpResponse(SdkHttpResponse.builder().statusCode(200).build())
                .responseBody(new ByteArrayInputStream(new byte[] {1, 2}))
                .build();
        InputStream body = new HttpExchange(new Network(HttpProxies.NONE, Optional.empty()))
                .modifyHttpResponseContent(context, new ExecutionAttributes())
                .orElseThrow();
        assertEquals(1, body.read());

        body.close();

        assertEquals(-1, body.read());
    }
}
