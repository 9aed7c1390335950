using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks;

/// <summary>A list or a matrix of numbers as plotly.js reads it from JSON: a type, and the bytes of the numbers in
/// base64, which are shorter than their digits.</summary>
internal static class TypedArray
{
    // Numbers are stored as floats if the rounding error is at most this part of their range, which is invisible, and
    // if their absolute values lie between these limits.
    private const double AllowedError = 1e-6, MinFloat = 1e-30, MaxFloat = 1e30;

    // A large matrix of heights (a field) is stored in 65535 steps from its smallest to its largest number: colours and
    // contours are the same as with floats, in half the bytes. A smaller matrix would save too little.
    private const int MinField = 1000, Gap = ushort.MaxValue;

    private static readonly (string Type, double Min, double Max, Func<double, byte[]> Bytes)[] _integers =
    [
        ("u1", byte.MinValue, byte.MaxValue, number => [(byte)number]),
        ("i1", sbyte.MinValue, sbyte.MaxValue, number => [(byte)(sbyte)number]),
        ("u2", ushort.MinValue, ushort.MaxValue, number => BitConverter.GetBytes((ushort)number)),
        ("i2", short.MinValue, short.MaxValue, number => BitConverter.GetBytes((short)number)),
        ("i4", int.MinValue, int.MaxValue, number => BitConverter.GetBytes((int)number)),
    ];

    /// <summary>The array; the list itself if it is shorter, or is not made of numbers and gaps.</summary>
    public static JsonNode Of(JsonArray list)
    {
        JsonArray[] rows = [.. list.OfType<JsonArray>()];
        if (rows.Length > 0 && (rows.Length < list.Count || rows.Any(row => row.Count != rows[0].Count)))
            return list;
        double[] numbers = [.. (rows.Length > 0 ? rows : [list]).SelectMany(row => row).Select(Number)];
        (string type, Func<double, byte[]> bytes) = TypeOf(numbers);
        bool isField = rows.Length > 0 && type == "f4" && numbers.Length >= MinField && numbers.Any(double.IsFinite);
        JsonObject array = isField ? Field(numbers) : new()
        {
            ["dtype"] = type,
            ["bdata"] = Convert.ToBase64String([.. numbers.SelectMany(bytes)]),
        };
        if (rows.Length > 0)
            array["shape"] = string.Create(CultureInfo.InvariantCulture, $"{rows.Length},{rows[0].Count}");
        return array.ToJsonString().Length < list.ToJsonString().Length ? array : list;
    }

    /// <summary>The numbers as multiples of a step above the smallest one.</summary>
    private static JsonObject Field(double[] numbers)
    {
        double low = numbers.Where(double.IsFinite).Min(), high = numbers.Where(double.IsFinite).Max();
        double step = (high - low) / (Gap - 1);
        return new()
        {
            ["dtype"] = "u2",
            ["bdata"] = Convert.ToBase64String([.. numbers.SelectMany(number => BitConverter.GetBytes(
                double.IsFinite(number) ? (ushort)Math.Round((number - low) / step) : (ushort)Gap))]),
            ["from"] = low,
            ["step"] = step,
        };
    }

    private static double Number(JsonNode? item) => item is null ? double.NaN : item.Deserialize<double>();

    private static (string Type, Func<double, byte[]> Bytes) TypeOf(double[] numbers)
    {
        double[] all = [.. numbers.Where(double.IsFinite)];
        if (all.Length == 0)
            return ("f4", number => BitConverter.GetBytes((float)number));
        double low = all.Min(), high = all.Max();
        foreach ((string type, double min, double max, Func<double, byte[]> bytes) in _integers)
        {
            if (low >= min && high <= max && numbers.All(number => number == Math.Floor(number)))
                return (type, bytes);
        }
        double largest = all.Max(Math.Abs);
        // 1, if all numbers are zeros: a list of integers, but here with gaps.
        double smallest = all.Select(Math.Abs).Where(size => size != 0).DefaultIfEmpty(1).Min();
        bool isFloat = smallest >= MinFloat && largest <= MaxFloat
            && Math.ScaleB(largest, -24) <= AllowedError * (high - low);
        return isFloat
            ? ("f4", number => BitConverter.GetBytes((float)number))
            : ("f8", BitConverter.GetBytes);
    }
}
