using System.Buffers.Binary;

namespace NeuralNotebooks;

/// <summary>Reads and writes safetensors files: a format for named tensors that most tools support.</summary>
/// <remarks>The format: 8 bytes with the length N of the header (little-endian), N bytes of JSON, then the numbers of
/// all tensors, row after row. Numbers are little-endian, as in the memory of every processor that .NET runs on today.
/// The header is not trusted: its sizes are checked against the length of the file before anything is allocated.
/// https://github.com/huggingface/safetensors</remarks>
internal sealed class SafetensorsFile : IDisposable
{
    private const int LengthBytes = 8;
    private const long MaxHeader = 100_000_000;   // the limit of the format's reference implementation
    private readonly FileStream _stream;
    private readonly SafetensorsHeader _header;
    private readonly long _dataStart;

    private SafetensorsFile(FileStream stream)
    {
        _stream = stream;
        byte[] json = ReadHeader();
        _dataStart = LengthBytes + json.Length;
        _header = new(Name, json, stream.Length - _dataStart);
    }

    public IReadOnlyDictionary<string, SafetensorsEntry> Tensors => _header.Tensors;

    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    private string Name => Path.GetFileName(_stream.Name);

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

    /// <summary>Reads a tensor of one or two dimensions as a matrix; a tensor of one dimension becomes a
    /// column.</summary>
    public Matrix<T> Read<T>(SafetensorsEntry entry)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        entry.Type == "F32" ? Read<float, T>(entry) : Read<double, T>(entry);

    /// <summary>Writes matrices as tensors: of one dimension if named in <paramref name="columns"/>, otherwise of
    /// two.</summary>
    public static void Write<T>(
        string path,
        IReadOnlyList<(string Name, Matrix<T> Matrix)> tensors,
        IReadOnlySet<string> columns,
        IReadOnlyDictionary<string, string> metadata)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        WholeFile.Write(path, stream =>
        {
            byte[] header = HeaderOf(tensors, columns, metadata);
            byte[] length = new byte[LengthBytes];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach ((_, Matrix<T> matrix) in tensors)
                stream.Write(MemoryMarshal.AsBytes(matrix.T.AsSpan()));   // writes row after row
        });
    }

    public void Dispose() => _stream.Dispose();

    public InvalidDataException Bad(string what) => new($"{Name}: {what}");

    private byte[] ReadHeader()
    {
        if (_stream.Length < LengthBytes)
            throw Bad(
                $"the file has {_stream.Length} bytes; a safetensors file begins with {LengthBytes} bytes "
                    + $"that hold the length of its header.");
        byte[] bytes = new byte[LengthBytes];
        _stream.ReadExactly(bytes);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        long rest = _stream.Length - LengthBytes;
        if (length > (ulong)Math.Min(rest, MaxHeader))
            throw Bad(
                $"its first {LengthBytes} bytes announce a header of {length} bytes; {rest} bytes follow, "
                    + $"and {MaxHeader} is the maximum. The file is cut off, or is not a safetensors file.");
        byte[] header = new byte[length];
        _stream.ReadExactly(header);
        return header;
    }

    private static byte[] HeaderOf<T>(
        IReadOnlyList<(string Name, Matrix<T> Matrix)> tensors,
        IReadOnlySet<string> columns,
        IReadOnlyDictionary<string, string> metadata)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string type = typeof(T) == typeof(float) ? "F32" : "F64";
        JsonObject header = new()
        {
            [SafetensorsHeader.MetadataName] = new JsonObject(
                metadata.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value))),
        };
        long place = 0;
        foreach ((string name, Matrix<T> matrix) in tensors)
        {
            long end = place + (long)matrix.Count * SafetensorsHeader.SizeOf(type);
            int[] shape = columns.Contains(name) ? [matrix.Rows] : [matrix.Rows, matrix.Columns];
            header.Add(name, new JsonObject
            {
                ["dtype"] = type,
                ["shape"] = new JsonArray([.. shape.Select(size => (JsonNode)size)]),
                ["data_offsets"] = new JsonArray(place, end),
            });
            place = end;
        }
        byte[] json = Encoding.UTF8.GetBytes(header.ToJsonString());
        int padding = -json.Length & (LengthBytes - 1);   // spaces, so that the numbers begin at a multiple of 8
        return [.. json, .. Enumerable.Repeat((byte)' ', padding)];
    }

    private Matrix<T> Read<TStored, T>(SafetensorsEntry entry)
        where TStored : unmanaged, IBinaryFloatingPointIeee754<TStored>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = (int)entry.Shape[0], columns = entry.Shape.Length == 1 ? 1 : (int)entry.Shape[1];
        TStored[] rowAfterRow = new TStored[rows * columns];
        _stream.Position = _dataStart + entry.Begin;
        _stream.ReadExactly(MemoryMarshal.AsBytes(rowAfterRow.AsSpan()));
        return Matrix.Over(Array.ConvertAll(rowAfterRow, T.CreateChecked), 0, columns, rows).T;
    }
}
