using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>A bundle as a JSON object: each MIME type with its representation.</summary>
internal sealed class MimeBundleConverter : JsonConverter<MimeBundle>
{
    /// <inheritdoc/>
    public override MimeBundle Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A MIME bundle must be an object.");
        var bundle = new MimeBundle();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string mimeType = reader.GetString()!;
            reader.Read();
            bundle.Add(mimeType, JsonNode.Parse(ref reader));
        }
        return bundle;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MimeBundle value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((string mimeType, JsonNode? representation) in value) // ToJson would copy what may be megabytes.
        {
            writer.WritePropertyName(mimeType);
            if (representation is null)
                writer.WriteNullValue();
            else
                representation.WriteTo(writer, options);
        }
        writer.WriteEndObject();
    }
}
