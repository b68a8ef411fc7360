package org.memberexchange.keycloak.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.List;

/** Request bodies. A member that is missing, unknown, named twice or of another type is an error: nobody's choice is guessed. */
final class StrictBody {
  private static final int LONGEST = 10_000;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .withCoercionConfig(
              LogicalType.Textual,
              text -> {
                for (CoercionInputShape other : List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean))
                  text.setCoercion(other, CoercionAction.Fail);
              })
          .build();

  /** {@code shared} counts only with the mode {@code chosen}, and may be left out with the others. */
  record Change(
      @JsonProperty(value = "revision", required = true) int revision,
      @JsonProperty(value = "mode", required = true) String mode,
      @JsonProperty("shared") List<String> shared) {}

  record Stop(@JsonProperty(value = "reason", required = true) String reason) {}

  private StrictBody() {}

  static <T> T read(String body, Class<T> type) {
    if (body == null || body.isBlank() || body.length() > LONGEST) throw Refusal.badRequest("A JSON object is needed.");
    try {
      T value = MAPPER.readValue(body, type);
      if (value != null) return value;
    } catch (JsonProcessingException malformed) {
      // what was sent is not repeated
    }
    throw Refusal.badRequest("The body is not what this request takes.");
  }
}
