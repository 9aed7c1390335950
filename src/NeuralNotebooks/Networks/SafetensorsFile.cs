using System.Buffers.Binary;
using System.Numerics;
using System.Text.Json;

namespace NeuralNotebooks;

/// <summary>One tensor of a file: where its bytes begin and end, counted from the first byte after the header.</summary>
internal sealed record SafetensorsEntry(string Name, string Type, long[] Shape, long Begin, long End);

/// <summary>An open safetensors file, whose header has been checked.</summary>
/// <remarks>
/// The format: 8 bytes with the length N of the header (little-endian), N bytes of JSON, then the numbers of all tensors, row after row.
/// The JSON names each tensor with its type, shape and place, and holds texts under <c>__metadata__</c>. The places must fill the rest
/// of the file without gap or overlap. Nothing is allocated by the word of the header that the length of the file does not bear out.
/// </remarks>
internal sealed class SafetensorsFile : IDisposable
{
    private const int LengthBytes = 8;
    private const long LongestHeader = 100_000_000;   // the limit of the format's reference implementation
    private readonly FileStream _stream;
    private readonly long _dataStart;

    private SafetensorsFile(FileStream stream)
    {
        _stream = stream;
        Name = Path.GetFileName(stream.Name);
        byte[] header = ReadHeader();
        _dataStart = LengthBytes + header.Length;
        try
        {
            using JsonDocument json = JsonDocument.Parse(header, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 });
            (Tensors, Metadata) = ReadEntries(json.RootElement);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{Name}: the header is not valid JSON ({exception.Message})", exception);
        }
        CheckPlaces();
    }

    /// <summary>The name of the file, for messages.</summary>
    public string Name { get; }

    public IReadOnlyDictionary<string, SafetensorsEntry> Tensors { get; }

    public IReadOnlyDictionary<string, string> Metadata { get; }

    public static SafetensorsFile Open(string path)
    {
        FileStream stream = File.OpenRead(path);
        try
        {
            return new(stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The numbers of a tensor of one or two dimensions as a matrix; one dimension is a column.</summary>
    public Matrix<T> Read<T>(SafetensorsEntry entry)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> matrix = Matrix.Zeros<T>((int)entry.Shape[0], entry.Shape.Length == 1 ? 1 : (int)entry.Shape[1]);
        int size = SizeOf(entry.Type);
        byte[] row = new byte[matrix.Columns * size];
        _stream.Position = _dataStart + entry.Begin;
        for (int i = 0; i < matrix.Rows; i++)
        {
            _stream.ReadExactly(row);
            for (int j = 0; j < matrix.Columns; j++)
            {
                ReadOnlySpan<byte> number = row.AsSpan(j * size, size);
                matrix[i, j] = entry.Type == "F32"
                    ? T.CreateChecked(BinaryPrimitives.ReadSingleLittleEndian(number))
                    : T.CreateChecked(BinaryPrimitives.ReadDoubleLittleEndian(number));
            }
        }
        return matrix;
    }

    /// <summary>Writes a file: first under another name, so that a failure leaves an old file as it was.</summary>
    public static void Write<T>(string path, IReadOnlyList<(string Name, Matrix<T> Matrix, bool IsColumn)> tensors, IReadOnlyDictionary<string, string> metadata)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        path = Path.GetFullPath(path);
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew))
            {
                byte[] header = Header(tensors, metadata);
                Span<byte> length = stackalloc byte[LengthBytes];
                BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
                stream.Write(length);
                stream.Write(header);
                foreach ((_, Matrix<T> matrix, _) in tensors)
                    WriteRows(stream, matrix);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public void Dispose() => _stream.Dispose();

    public InvalidDataException Bad(string what) => new($"{Name}: {what}");

    private byte[] ReadHeader()
    {
        if (_stream.Length < LengthBytes)
            throw Bad($"the file has {_stream.Length} bytes; a safetensors file begins with {LengthBytes} bytes that hold the length of its header.");
        Span<byte> bytes = stackalloc byte[LengthBytes];
        _stream.ReadExactly(bytes);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        long rest = _stream.Length - LengthBytes;
        if (length > (ulong)Math.Min(rest, LongestHeader))
            throw Bad($"its first {LengthBytes} bytes announce a header of {length} bytes; {rest} bytes follow, and {LongestHeader} are the most allowed. The file is cut off or no safetensors file.");
        byte[] header = new byte[length];
        _stream.ReadExactly(header);
        if (length == 0 || header[0] != '{')
            throw Bad("the header does not begin with '{'. The file is no safetensors file.");
        return header;
    }

    private (Dictionary<string, SafetensorsEntry>, Dictionary<string, string>) ReadEntries(JsonElement header)
    {
        Dictionary<string, SafetensorsEntry> tensors = [];
        Dictionary<string, string> metadata = [];
        foreach (JsonProperty property in header.EnumerateObject())
        {
            if (property.Name != "__metadata__")
            {
                tensors.Add(property.Name, ReadEntry(property.Name, property.Value));
                continue;
            }
            if (property.Value.ValueKind != JsonValueKind.Object)
                throw Bad("__metadata__ is not an object of texts.");
            foreach (JsonProperty text in property.Value.EnumerateObject())
                metadata.Add(text.Name, text.Value.ValueKind == JsonValueKind.String ? text.Value.GetString()! : throw Bad($"the metadata '{text.Name}' is not a text."));
        }
        return (tensors, metadata);
    }

    private SafetensorsEntry ReadEntry(string name, JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object
            || !entry.TryGetProperty("dtype", out JsonElement type) || type.ValueKind != JsonValueKind.String
            || !TryReadNumbers(entry, "shape", out long[] shape)
            || !TryReadNumbers(entry, "data_offsets", out long[] offsets) || offsets.Length != 2)
        {
            throw Bad($"the header's entry of tensor '{name}' must have a text 'dtype', whole numbers 'shape', and two whole numbers 'data_offsets'.");
        }

        long available = _stream.Length - _dataStart, begin = offsets[0], end = offsets[1];
        if (begin > end || end > available)
            throw Bad($"tensor '{name}' lies at bytes {begin} to {end}, but the file has {available} bytes of numbers. The file is cut off or damaged.");
        int size = SizeOf(type.GetString()!);
        if (size == 0)
            throw Bad($"tensor '{name}' has the type {type.GetString()}; F32 or F64 was expected.");
        Int128 bytes = size;
        foreach (long dimension in shape)
            bytes = dimension == 0 ? 0 : bytes > available ? bytes : bytes * dimension;   // stops where it is too large anyway
        if (bytes != end - begin)
            throw Bad($"tensor '{name}' of shape [{string.Join(", ", shape)}] and type {type.GetString()} needs another number of bytes than the {end - begin} from {begin} to {end}.");
        return new(name, type.GetString()!, shape, begin, end);
    }

    private static bool TryReadNumbers(JsonElement entry, string property, out long[] numbers)
    {
        numbers = [];
        if (!entry.TryGetProperty(property, out JsonElement array) || array.ValueKind != JsonValueKind.Array)
            return false;
        numbers = new long[array.GetArrayLength()];
        int i = 0;
        foreach (JsonElement item in array.EnumerateArray())
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out numbers[i]) || numbers[i++] < 0)
                return false;
        return true;
    }

    private void CheckPlaces()
    {
        long place = 0;
        foreach (SafetensorsEntry entry in Tensors.Values.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            if (entry.Begin != place)
                throw Bad($"tensor '{entry.Name}' begins at byte {entry.Begin}, but byte {place} was expected: tensors must follow each other without gap or overlap.");
            place = entry.End;
        }
        if (place != _stream.Length - _dataStart)
            throw Bad($"its tensors end at byte {place}, but the file has {_stream.Length - _dataStart} bytes of numbers.");
    }

    private static byte[] Header<T>(IReadOnlyList<(string Name, Matrix<T> Matrix, bool IsColumn)> tensors, IReadOnlyDictionary<string, string> metadata)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            foreach ((string name, string text) in metadata)
                json.WriteString(name, text);
            json.WriteEndObject();
            long place = 0;
            foreach ((string name, Matrix<T> matrix, bool isColumn) in tensors)
            {
                long end = place + (long)matrix.Count * SizeOf(TypeName<T>());
                json.WriteStartObject(name);
                json.WriteString("dtype", TypeName<T>());
                json.WriteStartArray("shape");
                json.WriteNumberValue(matrix.Rows);
                if (!isColumn)
                    json.WriteNumberValue(matrix.Columns);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(place);
                json.WriteNumberValue(end);
                json.WriteEndArray();
                json.WriteEndObject();
                place = end;
            }
            json.WriteEndObject();
        }
        while (stream.Length % LengthBytes != 0)   // spaces, so that the numbers begin at a multiple of 8
            stream.WriteByte((byte)' ');
        return stream.ToArray();
    }

    private static void WriteRows<T>(Stream stream, Matrix<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = SizeOf(TypeName<T>());
        byte[] row = new byte[matrix.Columns * size];
        for (int i = 0; i < matrix.Rows; i++)
        {
            for (int j = 0; j < matrix.Columns; j++)
            {
                Span<byte> number = row.AsSpan(j * size, size);
                if (size == sizeof(float))
                    BinaryPrimitives.WriteSingleLittleEndian(number, float.CreateChecked(matrix[i, j]));
                else
                    BinaryPrimitives.WriteDoubleLittleEndian(number, double.CreateChecked(matrix[i, j]));
            }
            stream.Write(row);
        }
    }

    private static string TypeName<T>() => typeof(T) == typeof(float) ? "F32" : "F64";

    private static int SizeOf(string type) => type switch { "F32" => sizeof(float), "F64" => sizeof(double), _ => 0 };
}
