namespace NeuralNotebooks.Benchmarks.Tests;

public class MachineTests
{
    [Theory]
    [InlineData(
        "AMD EPYC (family 25, model 17)",
        "processor\t: 0\ncpu family\t: 25\nmodel\t\t: 17\nmodel name\t: AMD EPYC\n\nprocessor\t: 1\n")]
    [InlineData(
        "Arm (implementer 0x41, part 0xd40)",
        "processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd40\n\nprocessor\t: 1\n")]
    public void A_processor_is_known_by_its_name_and_family_or_by_its_numbers(string model, string cpuInfo) =>
        Assert.Equal(model, Machine.CpuModel(cpuInfo));
}
