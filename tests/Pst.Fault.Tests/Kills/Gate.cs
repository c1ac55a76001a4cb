namespace Pst.Fault.Tests.Kills;

/// <summary>Lets clerks begin their next command, or holds them back while their last ones are looked at.</summary>
sealed class Gate
{
    TaskCompletionSource opened = Closed();

    public Task PassAsync(CancellationToken cancel) => opened.Task.WaitAsync(cancel);

    public void Open() => opened.SetResult();

    public void Close() => opened = Closed();

    static TaskCompletionSource Closed() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
