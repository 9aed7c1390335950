using System.Text.Json.Nodes;

namespace NeuralNotebooks.Plotting.Tests;

public class TypedArrayTests
{
    private static JsonArray List(int count, Func<int, double?> number) =>
        new([.. Enumerable.Range(0, count).Select(i => (JsonNode?)number(i))]);

    private static readonly Dictionary<string, Func<int, double?>> _numbers = new()
    {
        ["u1"] = i => 10 * i,
        ["i1"] = i => 9 * i - 120,
        ["u2"] = i => 1000 * i,
        ["i2"] = i => 1000 * i - 9000,
        ["i4"] = i => 1_000_000 * i,
        ["f4"] = i => i == 3 ? null : i * 0.125 + 0.00001,
        ["f8"] = i => 1_000_000 + i * 0.000_123_456_789,
    };

    public static TheoryData<string> Types => [.. _numbers.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void Numbers_have_the_shortest_type_that_holds_them(string type)
    {
        JsonArray list = List(20, _numbers[type]);
        JsonNode array = TypedArray.Of(list);

        Assert.Equal(type, (string?)array["dtype"]);
        Assert.True(JsonNode.DeepEquals(list, Page.Decoded(array)), array.ToJsonString());
    }

    [Fact]
    public void A_large_field_has_two_bytes_a_number_and_none_is_off_by_more_than_its_colour_shows()
    {
        double?[] numbers = [.. Enumerable.Range(0, 1600).Select(i => i == 7 ? (double?)null : Math.Sin(i) * i)];
        JsonArray field = new([.. numbers.Chunk(40).Select(row => new JsonArray([.. row.Select(n => (JsonNode?)n)]))]);
        JsonNode array = TypedArray.Of(field);

        Assert.Equal(4 * ((2 * 1600 + 2) / 3), ((string)array["bdata"]!).Length);
        JsonNode?[] decoded = [.. Page.Decoded(array).SelectMany(row => row!.AsArray())];
        Assert.Null(decoded[7]);
        Assert.All(
            numbers.Zip(decoded).Where(pair => pair.First is not null),
            pair => Assert.Equal(pair.First!.Value, (double)pair.Second!, 3200 / 65534.0));
    }

    [Fact]
    public void Rows_of_one_length_have_a_shape_and_others_stay_a_list()
    {
        JsonArray rows = new(List(9, i => 100 + i), List(9, i => 200 - i));
        JsonArray ragged = new(List(9, i => i), List(8, i => i));

        Assert.Equal("2,9", (string?)TypedArray.Of(rows)["shape"]);
        Assert.True(JsonNode.DeepEquals(rows, Page.Decoded(TypedArray.Of(rows))));
        Assert.Same(ragged, TypedArray.Of(ragged));
    }

    [Fact]
    public void Numbers_whose_digits_are_shorter_stay_a_list()
    {
        JsonArray list = List(8, i => i);

        Assert.Same(list, TypedArray.Of(list));
    }

    [Fact]
    public void Zeros_may_have_gaps()
    {
        JsonArray list = List(20, i => i == 7 ? null : 0);

        Assert.True(JsonNode.DeepEquals(list, Page.Decoded(TypedArray.Of(list))));
    }

    [Theory]
    [Cases(1e-40, 1e40, 1e300)]
    public void Numbers_beyond_a_float_are_doubles(double size) =>
        Assert.Equal("f8", (string?)TypedArray.Of(List(30, i => size * (1 + i / 7.0)))["dtype"]);
}
