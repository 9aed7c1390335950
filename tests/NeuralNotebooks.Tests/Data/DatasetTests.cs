namespace NeuralNotebooks.Tests;

public sealed class DatasetTests
{
    private static readonly Dataset<double> _iris = Iris.Load();

    [Fact]
    public void Every_example_is_in_exactly_one_part_of_a_split()
    {
        (Dataset<double> training, Dataset<double> test) = _iris.Split(0.8, seed: 3);
        Assert.Equal((120, 30), (training.Count, test.Count));
        Assert.Equal(Rows(_iris).Order(), Rows(training).Concat(Rows(test)).Order());
        Assert.Equal(_iris.FeatureNames, test.FeatureNames);
        Assert.Equal(_iris.ClassNames, test.ClassNames);

        static IEnumerable<string> Rows(Dataset<double> set) =>
            Enumerable
                .Range(0, set.Count)
                .Select(i => string.Join(";", set.Features.ColumnSpan(i).ToArray()) + set.Label(i));
    }

    [Fact]
    public void A_stratified_split_divides_each_class_alike_and_mixes_them()
    {
        (Dataset<double> training, Dataset<double> test) = _iris.Split(0.7, seed: 1, stratified: true);
        Assert.Equal([35, 35, 35], Enumerable.Range(0, 3).Select(k => training.Labels().Count(label => label == k)));
        Assert.Equal([15, 15, 15], Enumerable.Range(0, 3).Select(k => test.Labels().Count(label => label == k)));
        Assert.True(training.Labels().Take(35).Distinct().Count() == 3);
    }

    [Fact]
    public void A_slice_is_a_view_and_a_selection_a_copy()
    {
        Dataset<double> set = new(Matrix.Row(1.0, 2, 3), Matrix.Row(0.0, 1, 0));
        Dataset<double> slice = set.Slice(1, 2), selection = set.Select(2, 0);
        set.Features[0, 2] = 9;
        Assert.Equal([2, 9], slice.Features.AsSpan().ToArray());
        Assert.Equal([3, 1], selection.Features.AsSpan().ToArray());
    }

    [Fact]
    public void Features_can_be_chosen_by_number()
    {
        Dataset<double> petals = _iris.SelectFeatures(2, 3);
        Assert.Equal(["petal length (cm)", "petal width (cm)"], petals.FeatureNames!);
        Assert.Equal((1.4, 0.2), (petals.Features[0, 0], petals.Features[1, 0]));
    }

    [Fact]
    public void One_row_of_targets_stands_for_two_classes()
    {
        Dataset<double> xor = SyntheticData.Xor();
        Assert.Equal([0, 1, 1, 0], xor.Labels());
        Assert.Equal(2, xor.ClassCount);
    }
}
