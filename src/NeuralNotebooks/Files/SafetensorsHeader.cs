namespace NeuralNotebooks;

/// <summary>One tensor of a file: where its bytes begin and end, counted from the first byte after the
/// header.</summary>
internal sealed record SafetensorsEntry(string Name, string Type, long[] Shape, long Begin, long End);

/// <summary>The header of a safetensors file. It is checked: the tensors fill the file without gaps and
/// overlaps.</summary>
/// <remarks>
/// <code>
/// {"__metadata__": {"name": "text"}, "tensor": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, …}
/// </code>
/// </remarks>
internal sealed class SafetensorsHeader
{
    public const string MetadataName = "__metadata__";
    private readonly Dictionary<string, SafetensorsEntry> _tensors = [];
    private readonly Dictionary<string, string> _metadata = [];
    private readonly string _file;

    public SafetensorsHeader(string file, byte[] json, long available)
    {
        _file = file;
        if (json.Length == 0 || json[0] != '{')
            throw Bad("the header does not begin with '{'. This is not a safetensors file.");
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 });
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.Name == MetadataName)
                    ReadMetadata(property.Value);
                else
                    _tensors.Add(property.Name, ReadEntry(property.Name, property.Value, available));
            }
        }
        // JsonDocument throws InvalidOperationException if a text is not valid UTF-8 or UTF-16.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file}: the header is not valid JSON ({exception.Message})", exception);
        }
        CheckPlaces(available);
    }

    public IReadOnlyDictionary<string, SafetensorsEntry> Tensors => _tensors;

    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    public static int SizeOf(string? type) => type switch { "F32" => sizeof(float), "F64" => sizeof(double), _ => 0 };

    private void ReadMetadata(JsonElement metadata)
    {
        if (metadata.ValueKind != JsonValueKind.Object)
            throw Bad($"{MetadataName} is not a JSON object of strings.");
        foreach (JsonProperty text in metadata.EnumerateObject())
            _metadata.Add(
                text.Name,
                text.Value.ValueKind == JsonValueKind.String
                    ? text.Value.GetString()!
                    : throw Bad($"the metadata '{text.Name}' is not a string."));
    }

    private SafetensorsEntry ReadEntry(string name, JsonElement entry, long available)
    {
        if (
            entry.ValueKind != JsonValueKind.Object
            || !entry.TryGetProperty("dtype", out JsonElement dtype)
            || dtype.ValueKind != JsonValueKind.String
            || ReadNumbers(entry, "shape") is not { } shape
            || ReadNumbers(entry, "data_offsets") is not [long begin, long end]
        )
        {
            throw Bad(
                $"the header's entry of tensor '{name}' must have a string 'dtype', an array of non-negative "
                    + $"integers 'shape', and two non-negative integers 'data_offsets'.");
        }

        string type = dtype.GetString()!;
        if (begin > end || end > available)
            throw Bad(
                $"tensor '{name}' lies at bytes {begin} to {end}, but the file has {available} bytes of "
                    + $"numbers. The file is cut off or damaged.");
        if (SizeOf(type) == 0)
            throw Bad($"tensor '{name}' has the type {type}; F32 or F64 was expected.");
        Int128 numbers = 1;
        foreach (long dimension in shape)
            numbers =
                dimension == 0 ? 0
                : numbers > available ? numbers
                : numbers * dimension; // no further factors once it is too large, so that it cannot overflow
        if (numbers * SizeOf(type) != end - begin)
            throw Bad(
                $"tensor '{name}' of shape [{string.Join(", ", shape)}] and type {type} does not fit the "
                    + $"{end - begin} bytes from {begin} to {end}.");
        if (numbers > Array.MaxLength)
            throw Bad(
                $"tensor '{name}' of shape [{string.Join(", ", shape)}] has {numbers} numbers; a matrix "
                    + $"holds at most {Array.MaxLength}.");
        return new(name, type, shape, begin, end);
    }

    private static long[]? ReadNumbers(JsonElement entry, string property)
    {
        if (!entry.TryGetProperty(property, out JsonElement array) || array.ValueKind != JsonValueKind.Array)
            return null;
        long[] numbers = new long[array.GetArrayLength()];
        for (int i = 0; i < numbers.Length; i++)
            if (array[i].ValueKind != JsonValueKind.Number || !array[i].TryGetInt64(out numbers[i]) || numbers[i] < 0)
                return null;
        return numbers;
    }

    private void CheckPlaces(long available)
    {
        long place = 0;
        foreach (SafetensorsEntry entry in _tensors.Values.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            if (entry.Begin != place)
                throw Bad(
                    $"tensor '{entry.Name}' begins at byte {entry.Begin}, but byte {place} was expected: "
                        + $"tensors must follow each other without gap or overlap.");
            place = entry.End;
        }
        if (place != available)
            throw Bad($"its tensors end at byte {place}, but the file has {available} bytes of numbers.");
    }

    private InvalidDataException Bad(string what) => new($"{_file}: {what}");
}
